/** Credentials for the engine, from plain data. */
import {
	ICredentials,
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialsEncrypted,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type INodeProperties,
} from 'n8n-workflow';

/** The credential of each type, with the data that a person would type. */
export type CredentialData = Readonly<Record<string, ICredentialDataDecryptedObject>>;

class PlainCredentials extends ICredentials {
	constructor(
		details: INodeCredentialsDetails,
		type: string,
		private readonly plain: ICredentialDataDecryptedObject,
	) {
		super(details, type);
	}

	getData(): ICredentialDataDecryptedObject {
		return this.plain;
	}

	getDataToSave(): ICredentialsEncrypted {
		throw new Error('Credentials of the embedded engine are not saved');
	}

	setData(): void {
		throw new Error('Credentials of the embedded engine do not change');
	}

	updateData(): void {
		throw new Error('Credentials of the embedded engine do not change');
	}
}

/** Credentials from memory, one per type, with the authentication of the package's own credential types. */
export class MemoryCredentials extends ICredentialsHelper {
	/** How often a credential was read; a run should read it once. */
	reads = 0;

	private readonly types: ReadonlyMap<string, ICredentialType>;

	constructor(
		types: readonly ICredentialType[],
		private readonly data: CredentialData,
	) {
		super();
		this.types = new Map(types.map((type) => [type.name, type]));
	}

	getParentTypes(): string[] {
		return [];
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const authenticate = this.types.get(typeName)?.authenticate;
		if (typeof authenticate !== 'function') return requestOptions;
		return await authenticate(credentials, requestOptions);
	}

	async preAuthentication(): Promise<undefined> {
		await Promise.resolve(undefined);
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		return await Promise.resolve(new PlainCredentials(details, type, this.dataOf(type)));
	}

	async getDecrypted(
		_additionalData: unknown,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		return await Promise.resolve({ ...this.dataOf(type) });
	}

	async updateCredentials(): Promise<void> {
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		await Promise.resolve();
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.get(type)?.properties ?? [];
	}

	private dataOf(type: string): ICredentialDataDecryptedObject {
		const data = this.data[type];
		if (data === undefined) throw new Error(`There is no credential of type ${type}`);
		return data;
	}
}
