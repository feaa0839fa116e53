/** Invented people, as the tests of single providers give them. */

/** Whom a card goes to. */
export const RECIPIENT = '+44 7700 900001';

export const ANA = { name: { formatted_name: 'Ana Lima' }, phones: ['+5512996130832'] };
export const ANA_IN_PARTS = {
	name: { first_name: 'Ana', last_name: 'Lima' },
	phones: ['+5512996130832'],
};
/** Her number with separators, as people write it. */
export const ANA_AS_TYPED = {
	name: { formatted_name: 'Ana Lima' },
	phones: ['+55 12 99613-0832'],
};
export const ANA_WITH_TYPE = {
	name: 'Ana Lima',
	phones: [{ phone: '+5512996130832', type: 'CELL' }],
};
/** A number abroad, for failures that depend on nothing else. */
export const NUMBER = '+6281234567890';
