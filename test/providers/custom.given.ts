import { custom } from '../../nodes/providers/custom/custom';
import { readTarget } from '../../nodes/providers/targetParameters';

/** Parameters that send a vCard, and what they are read as. */
export const given = {
	recipient: '+44 7700 900001',
	customPath: '/send',
	customBody: { vcard: '[[vcard]]' },
};
export const target = (parameters: object = {}) => readTarget(custom, { ...given, ...parameters });
