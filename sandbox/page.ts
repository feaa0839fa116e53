import type { CardContact } from './contact';
import { escapeMarkup } from './http';
import type { Delivery, LoggedRequest } from './store';

/** A readable page: a section per chat with its cards, and the requests that were refused. Everything is escaped. */
export function sandboxPage(deliveries: Delivery[], requests: LoggedRequest[]): string {
	const chats = new Map<string, Delivery[]>();
	for (const delivery of deliveries) {
		const chat = `${delivery.provider} · ${delivery.chatName === undefined ? '' : `${delivery.chatName} · `}${delivery.recipient}`;
		chats.set(chat, [...(chats.get(chat) ?? []), delivery]);
	}
	const refused = requests.filter(({ status }) => status === 0 || status >= 300).slice(-50);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Contact card sandbox</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
article { border: 1px solid #ccc; border-radius: 8px; padding: 0.5rem 1rem; margin: 0.5rem 0; }
pre { overflow-x: auto; background: #f5f5f5; padding: 0.5rem; }
</style>
</head>
<body>
<h1>Contact card sandbox</h1>
<p>${String(deliveries.length)} cards in ${String(chats.size)} chats. Views: <a href="/_sandbox/deliveries">deliveries</a>, <a href="/_sandbox/requests">requests</a>, <a href="/_sandbox/accounts">accounts</a>, <a href="/_sandbox/faults">faults</a>.</p>
${[...chats].map(([chat, cards]) => `<section>\n<h2>${escapeMarkup(chat)}</h2>\n${cards.map(card).join('\n')}\n</section>`).join('\n')}
<h2>Refused</h2>
<ul>
${refused.map(({ at, method, url, status, reason }) => `<li>${escapeMarkup(`${at} ${String(status)} ${method} ${url} ${reason}`)}</li>`).join('\n')}
</ul>
</body>
</html>
`;
}

function card(delivery: Delivery): string {
	const copy = delivery.copy > 1 ? ` · copy ${String(delivery.copy)}` : '';
	const vcards = delivery.vcards.map((vcard) => `<pre>${escapeMarkup(vcard)}</pre>`).join('');
	return `<article>
<p><small>${escapeMarkup(`#${String(delivery.id)} · ${delivery.at}${copy}`)}</small></p>
${delivery.contacts.map(contact).join('\n')}
<details><summary>vCard and request</summary>${vcards}<pre>${escapeMarkup(JSON.stringify(delivery.request, null, 2))}</pre></details>
</article>`;
}

function contact({ name, phones, emails, org, urls }: CardContact): string {
	const lines = [
		...phones.map(({ phone, type }) => (type === undefined ? phone : `${phone} (${type})`)),
		...emails.map(({ email }) => email),
		...(org === undefined
			? []
			: [[org.title, org.department, org.company].filter(Boolean).join(', ')]),
		...urls.map(({ url }) => url),
	];
	return `<h3>${escapeMarkup(name.formatted_name)}</h3>\n<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`;
}
