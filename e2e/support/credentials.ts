import type { CredentialData } from '../../sandbox/engine/credentialsHelper';
import type { WorkflowFile } from '../../sandbox/engine/engine';
import type { CredentialFile } from './home';

/**
 * The credentials that workflows name, each with the ID and the name that the workflow gives it.
 *
 * @param data the data of each type of credential
 * @throws Error if a workflow names a type that is not in `data`
 */
export function credentialsOf(
	workflows: readonly WorkflowFile[],
	data: CredentialData,
): CredentialFile[] {
	const named = workflows.flatMap(({ nodes }) =>
		nodes.flatMap(({ credentials }) => Object.entries(credentials ?? {})),
	);
	const files = named.map(([type, { id, name }]): [string, CredentialFile] => {
		const held = data[type];
		if (id === null || held === undefined) throw new Error(`There is no credential for ${name}`);
		return [id, { id, name, type, data: held }];
	});
	return [...new Map(files).values()];
}
