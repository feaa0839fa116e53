/** Quepasa's form of an error. */
import { json, type HttpAnswer } from '../../toolkit/http';

/** `{success: false, status}`, 400 unless told. */
export function refused(words: string, status = 400): HttpAnswer {
	return json(status, { success: false, status: words }, {}, words);
}
