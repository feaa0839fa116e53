/** Quepasa's error format. */
import { json, type HttpAnswer } from '../../toolkit/http';

/** `{success: false, status}`, by default a 400. */
export function refused(words: string, status = 400): HttpAnswer {
	return json(status, { success: false, status: words }, {}, words);
}
