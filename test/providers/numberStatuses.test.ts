import { numberStatuses, type ListedNumber } from '../../nodes/providers/numberStatuses';

const NUMBER = '5531987654321';
const JID = '553187654321@s.whatsapp.net';

function statusOf(...entries: ListedNumber[]) {
	return numberStatuses([NUMBER], entries).get(NUMBER);
}

describe('a list of numbers', () => {
	it.each([
		[NUMBER],
		[`+${NUMBER}`],
		[`${NUMBER}@s.whatsapp.net`],
		[`+${NUMBER}@s.whatsapp.net`],
		['+55 (31) 98765-4321'],
	])('knows %s for the number that was asked', (asked) => {
		expect(statusOf({ asked, onWhatsApp: true, jid: JID })).toEqual({
			onWhatsApp: true,
			waId: '553187654321',
		});
	});

	it('has an id only where there is an account, and only of a JID with a number', () => {
		expect(statusOf({ asked: NUMBER, onWhatsApp: false, jid: JID })).toEqual({ onWhatsApp: false });
		for (const jid of ['1234567890@lid', '120363041234567890@g.us', '', null, undefined]) {
			expect(statusOf({ asked: NUMBER, onWhatsApp: true, jid })).toEqual({ onWhatsApp: true });
		}
	});

	it('says nothing of a number that it does not name, or does not decide', () => {
		expect(statusOf()).toBeUndefined();
		expect(statusOf({ asked: '553187654321', onWhatsApp: true, jid: JID })).toBeUndefined();
		expect(statusOf({ asked: NUMBER, onWhatsApp: undefined, jid: JID })).toBeUndefined();
	});

	it('says nothing of a number with entries that contradict each other', () => {
		const yes = { asked: NUMBER, onWhatsApp: true, jid: JID };
		const no = { asked: NUMBER, onWhatsApp: false, jid: JID };
		const other = { ...yes, jid: '5531987654321@s.whatsapp.net' };
		expect(statusOf(yes, no)).toBeUndefined();
		expect(statusOf(yes, other, yes)).toBeUndefined();
		expect(statusOf(yes, yes)).toEqual({ onWhatsApp: true, waId: '553187654321' });
	});
});
