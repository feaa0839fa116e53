/**
 * People other than the contact that a key may be about. A name, phone or email with one of these words is somebody
 * else's: it never goes into a card. Words that also mean the contact (customer, lead, member) are not here, see
 * words.ts.
 */
export const ROLE_PHRASES =
	'owner, owners, owned by, record owner, contact owner, lead owner, account owner, deal owner, proprietario, proprietaria, dono, dona, propietario, besitzer, proprietaire, ' +
	'assistant, assistants, asst, secretary, secretaria, secretario, assistente, asistente, assistentin, pa, ' +
	'spouse, spouses, husband, wife, partner, partners, conjuge, esposo, esposa, marido, mulher, mujer, conyuge, parceiro, parceira, pareja, ehepartner, ehemann, ehefrau, conjoint, fiance, ' +
	'mother, father, parent, parents, guardian, guardians, mom, mum, dad, mae, pai, pais responsaveis, madre, padre, mutter, vater, mere, pere, tutor, tutora, responsavel legal, filiacao, next of kin, kin, ' +
	'child, children, son, daughter, kid, kids, filho, filha, filhos, hijo, hija, hijos, brother, sister, sibling, irmao, irma, hermano, hermana, relative, relatives, relation, relations, family member, parente, pariente, dependent, dependente, beneficiary, beneficiario, ' +
	'emergency, emergency contact, in case of emergency, ice, emergencia, contato de emergencia, contacto de emergencia, notfall, notfallkontakt, urgence, ' +
	'manager, managers, account manager, account executive, boss, chefe, jefe, gerente, supervisor, supervisora, gestor, gestora, gerente de conta, gerente de cuenta, reports to, reporting to, vorgesetzter, superior, director, diretor, head, team lead, csm, customer success manager, success manager, coordinator, coordenador, coordinador, ' +
	'sales rep, sales person, salesperson, seller, vendedor, vendedora, representante, representative, rep, agent, agente, corretor, corretora, broker, realtor, consultant, consultor, consultora, advisor, asesor, asesora, assessor, responsible, responsavel, responsable, attendant, atendente, operator, operador, recruiter, recrutador, closer, sdr, assignee, assigned, assigned to, assigned user, atribuido, asignado, ' +
	'created by, creator, updated by, modified by, last modified by, added by, criado por, creado por, author, autor, editor, submitted by, requested by, requester, approver, reviewer, reviewed by, uploaded by, invited by, inviter, sent by, ' +
	'referred by, referrer, referral, indicado por, indicacao, recomendado por, referido por, reference, references, referencia, referencias, introduced by, sponsor, padrinho, ' +
	'sender, remetente, remitente, from, recipient, recipients, destinatario, destinataria, reply to, replyto, cc, bcc, cco, forward, forward to, forwarding, notify, notification recipient, to country, to city, to state, to zip, to phone, to phone number, to number, to whatsapp, to email, display phone number, ' +
	'doctor, physician, medico, nurse, therapist, coach, teacher, professor, instructor, trainer, lawyer, attorney, advogado, abogado, accountant, contador, contadora, driver, motorista, landlord, tenant, inquilino, neighbor, vizinho, friend, amigo, amiga, colleague, colega, mentor, witness, ' +
	'supplier, fornecedor, proveedor, courier, organizer, organiser, organizador, team member, support, account admin, administrator, admin contact, billing contact, technical contact, other contact, second contact, alt contact, alternate contact, alternative contact, secondary contact, contato alternativo, contacto alternativo, contato secundario, contacto secundario, hotline, helpline, previous, former, old, merged, merge, merge audits, merged from, merged to, antigo, anterior, ex';
