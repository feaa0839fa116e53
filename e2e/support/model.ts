import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

import { freePorts } from './ports';

const messageSchema = z.object({ role: z.string(), content: z.unknown() });
const requestSchema = z.object({
	messages: z.array(messageSchema),
	tools: z.array(z.object({ function: z.object({ name: z.string() }) })).default([]),
});

export type Message = z.infer<typeof messageSchema>;

/** What the model answers: a text, or a call to its only tool. */
export type Reply = { text: string } | { call: Record<string, unknown> };

/** A scripted model with OpenAI's API, on loopback. */
export interface Model {
	/** The base URL of the API, for an n8n credential. */
	url: string;
	/** The messages that the model received, by request. */
	readonly conversations: Message[][];
	/** What its tool returned, by call. */
	toolAnswers(): string[];
	/** Sets its next answers, in order, and forgets earlier conversations. */
	willSay(...replies: Reply[]): void;
	close(): Promise<void>;
}

/** Starts a model. */
export async function startModel(): Promise<Model> {
	const conversations: Message[][] = [];
	let replies: Reply[] = [];

	function answer(body: string): object {
		const { messages, tools } = requestSchema.parse(JSON.parse(body));
		conversations.push(messages);
		const reply = replies.shift() ?? { text: 'I have nothing more to say.' };
		return completion(reply, tools[0]?.function.name ?? '', conversations.length);
	}

	const server = createServer((request, response) => {
		void text(request).then((body) => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(answer(body)));
		});
	});
	const [port] = await freePorts(1);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${String(port)}/v1`,
		conversations,
		toolAnswers: () =>
			(conversations.at(-1) ?? [])
				.filter(({ role }) => role === 'tool')
				.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))),
		willSay: (...next) => {
			replies = next;
			conversations.length = 0;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function completion(reply: Reply, tool: string, turn: number): object {
	const message =
		'text' in reply
			? { role: 'assistant', content: reply.text }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: `call_${String(turn)}`,
							type: 'function',
							function: { name: tool, arguments: JSON.stringify(reply.call) },
						},
					],
				};
	return {
		id: `chatcmpl-${String(turn)}`,
		object: 'chat.completion',
		created: 1,
		model: 'stub',
		choices: [{ index: 0, message, finish_reason: 'text' in reply ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
