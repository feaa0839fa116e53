import type { ProviderRequest, ProviderResponse, Receipt } from '../providers/provider';
import { idTexts, namedIds } from './messageIds';
import { deniesAnywhere, saysYes } from './saysNo';

/** More IDs are a list of messages, such as those of a chat. */
const MAX_IDS = 5;

/**
 * The receipt in a 2xx that has another form than the provider's own reading knows, such as that of an older or newer
 * server: it names a message that we did not name ourselves, and denies nothing anywhere. An ID without a digit is a word,
 * such as the code of an error.
 *
 * @param request what was sent, since some servers answer with it
 */
export function otherReceipt(
	{ json }: ProviderResponse,
	request: Pick<ProviderRequest, 'body' | 'form'>,
): Receipt | undefined {
	if (deniesAnywhere(json)) return undefined;
	const isYes = saysYes(json);
	const named = namedIds(json).filter(({ isSure }) => isSure || isYes);
	const ids = [...new Set(named.flatMap(({ value }) => idTexts(value)))].filter((id) =>
		/\d/.test(id),
	);
	if (ids.length === 0) return undefined;
	const sent = JSON.stringify([request.body, request.form]);
	const messageIds = ids.filter((id) => !sent.includes(JSON.stringify(id)));
	if (messageIds.length === 0 || messageIds.length > MAX_IDS) return undefined;
	return { messageIds, chatId: null };
}
