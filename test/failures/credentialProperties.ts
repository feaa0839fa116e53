import type { INodeProperties } from 'n8n-workflow';

/** A credential with a password, as its properties tell. */
export const properties: INodeProperties[] = [
	{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	{ displayName: 'User', name: 'username', type: 'string', default: '' },
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		default: '',
		typeOptions: { password: true },
	},
];
