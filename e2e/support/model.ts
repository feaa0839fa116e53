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

/** What the model says: a text, or a call of the only tool that it has. */
export type Reply = { text: string } | { call: Record<string, unknown> };

/** A model that says what it is told to, over OpenAI's interface on loopback. */
export interface Model {
	/** The base URL of OpenAI's API, for a credential of n8n. */
	url: string;
	/** What the model is given to read, request by request. */
	readonly conversations: Message[][];
	/** What its tool gave back, call by call. */
	toolAnswers(): string[];
	/** Sets what it says next, in turn, and forgets the conversations before. */
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
