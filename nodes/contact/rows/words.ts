/**
 * What the words in the keys of rows mean, as data: English, Portuguese and Spanish, and the German, French and
 * Italian ones that do not clash with them. A phrase is written with its spaces, without accents, in lower case; in a
 * key the spaces may be missing or be anything other than a letter or digit (`First Name`, `first_name`, `FIRSTNAME`,
 * `firstName`). If a key can be read in several ways, the one with the fewest phrases counts, so longer phrases win
 * over their parts.
 */
export const PHRASES = {
	/* Names */
	name: 'name, names, nome, nomes, nombre, nombres, naam, nama, nm, fn',
	frenchName: 'nom, noms',
	fullName:
		'full name, nama lengkap, complete name, display name, formatted name, real name, whole name, nome completo, nombre completo, nome e sobrenome, nome sobrenome, nome e apelido, nombre y apellido, nombre y apellidos, nombre apellido, nombres y apellidos, nombre y dos apellidos, first and last name, first last name, name and surname, first name last name, nom complet, nom et prenom, nom prenom, prenom nom, prenom et nom, vollstandiger name, vor und nachname, vorname nachname, nome e cognome, nome cognome, contact person, pessoa de contato, pessoa de contacto, persona de contacto, ansprechpartner, name des kontakts, ansprechpartnerin',
	firstName:
		'first name, first names, given name, given names, fore name, forename, christian name, f name, primeiro nome, nome proprio, primer nombre, nombre de pila, prenom, vorname, rufname, voornaam',
	lastName:
		'last name, last names, ln, sur name, surname, surnames, family name, l name, sobrenome, ultimo nome, nome de familia, apellido, apellidos, primer apellido, apellido paterno, ap paterno, paterno, sobrenome paterno, paternal surname, nom de famille, nachname, familienname, zuname, cognome, achternaam',
	secondName: 'second name',
	secondSurname:
		'segundo apellido, apellido materno, ap materno, materno, sobrenome materno, second surname, maternal surname',
	apelido: 'apelido',
	middleName:
		'middle name, middle names, middle initial, additional name, additional names, nome do meio, segundo nombre, segundo nome, zweiter vorname',
	prefix:
		'prefix, name prefix, honorific, honorific prefix, honorifics, salutation, civility, civilite, courtesy title, tratamento, tratamiento, pronome de tratamento, anrede, form of address, prefijo, prefixo',
	suffix: 'suffix, name suffix, honorific suffix, sufixo, sufijo, generation',
	nickname:
		'nick name, nickname, nicknames, nick, alcunha, apodo, sobrenombre, spitzname, surnom, nome social, preferred name, known as, goes by',
	fallbackName:
		'file as, chat name, user name, login, unstructured name, display name last first, sort name, full name lower case, name lower case, fully qualified name, print on check name, hs full name or email, handle, screen name, profile name, push name, pushname, display name normalized, real name normalized, verified name, mail nickname, mailnickname',
	derivedName:
		'first name lower case, last name lower case, phonetic first name, phonetic middle name, phonetic last name, phonetic name, phonetic given name, phonetic family name, phonetic full name, yomi given name, yomi surname, yomi company name, yomi full name, yomi first name, yomi last name, yomi, first char, initials',
	/* Words that are a name inside `name: {…}` or next to each other */
	first: 'first, given, primeiro, primer',
	last: 'last, family, ultimo',
	middle: 'middle, additional',
	full: 'composite, full, complete, completo, display, formatted, formatted value',

	/* Phones */
	phone:
		'phone, phones, phone number, hs calculated phone number, phone numbers, phone no, phone nr, phone num, telephone, telephone number, telephone no, tel, tel number, tel no, tele, telf, tlf, tfno, tfn, ph, ph no, fone, fones, telefone, telefones, telefono, telefonos, telefon, telefonnummer, telefon nummer, rufnummer, telephone numero, telefono numero, numero de telefone, numero de telefono, numero telefonico, numero de contato, numero de contacto, numero telefone, numero telefono, nro de telefono, nro telefono, num telefono, no telefono, n de telefone, n telefone, no de telefono, numero de tel, numero de telephone, contact number, text reminder number, callback, call back, contact no, contact num, contact phone number, call number, sms, sms number, text number, msisdn, landline, land line, fixo, fijo, telefone fixo, telefono fijo, festnetz, fixe, telefoni, telefoonnummer, telefoon, phonenumber, voice, pager, radio, ruckrufnummer, recapito, recapito telefonico, contato telefonico, contacto telefonico, best number, number to reach, telepon, no telepon, nomor telepon, no hp, nomor hp',
	mobile:
		'mobile, mobiles, mobile number, hs calculated mobile number, mobile no, mobile nr, mobile phone, mobile phone number, mob, mob no, mobil, cell, cells, cell number, cell no, cell phone, cell phone number, cellphone, cellular, cellular phone, celular, celulares, numero celular, numero de celular, no celular, n celular, num celular, tel celular, tel cel, cel, movil, moviles, numero movil, numero de movil, telefono movil, telefone movel, telemovel, telemoveis, numero de telemovel, handy, handynummer, handy nummer, mobilnummer, mobiltelefon, mobilfunk, portable, telephone portable, cellulare, gsm, hand phone, handphone, iphone, i phone, i phones, smartphone, numero do celular, numero del celular, mobilephone, mobiel',
	whatsapp:
		'whats app, whatsapp, whats, whatsapp number, whatsapp no, whatsapp phone, whatsapp phone number, numero whatsapp, numero de whatsapp, numero do whatsapp, zap, zapzap, whatsap, watsapp, wpp, wsp, wa, wa number, no wa, nomor wa, wa phone, hs whatsapp phone number, wapp',
	whatsappId: 'wa id, waid, whatsapp id, whatsapp jid, wu id, wuid, whats app id, jid, remote jid',
	fax: 'fax, faxes, fax number, telefax, fax no, numero de fax, faxnummer',
	phoneCountryCode:
		'country calling code, calling code, dialing code, dialling code, dial code, country dial code, dial in code, phone country code, country code phone, phone code, ddi, codigo do pais, codigo de pais, codigo del pais, codigo pais, landesvorwahl, landervorwahl, indicatif pays, country prefix, phone prefix, prefijo internacional, prefijo pais, prefijo de pais, prefixo internacional, codigo internacional, idd, isd, isd code, indicatif',
	areaCode:
		'area code, phone area code, ddd, ddd telefone, codigo de area, codigo area, codigo da area, vorwahl, indicatif regional, city code, std, std code, lada, local code, clave lada',
	extension:
		'extension, ext, extn, phone ext, phone extension, ramal, anexo, interno, durchwahl, extension number, extension telefonica, poste',
	withCodes:
		'with country code, with area code, incl country code, including country code, with international code, with code, com ddd, c ddd, com ddi, com ddd e ddi, com ddi e ddd, com codigo do pais, com codigo de area, con codigo de pais, con codigo de area, con codigo pais, con lada, con prefijo, ddd numero, ddd e numero, mit vorwahl, mit landesvorwahl, avec indicatif, in international format, international format, ddd telefone com ddd',

	/* Emails */
	email:
		'e mail, e mails, email, emails, mail, mails, e mail address, e mail addresses, email address, email addresses, mail address, email id, mail id, email addr, correo, correos, correo electronico, correo electronicos, direccion de correo, direccion de correo electronico, direccion de email, endereco de email, endereco de e mail, endereco eletronico, correio eletronico, correio electronico, mel, courriel, adresse email, adresse e mail, adresse mail, mail adresse, e mail adresse, email adresse, posta elettronica, emailaddress, user principal name',

	/* Organization */
	company:
		'company, companies, company name, company title, sales accounts, organization, organizations, organisation, organisations, org, org name, organization name, organisation name, business, business name, employer, employment, firm, account name, account, account company, companhia, empresa, empresas, nome da empresa, nombre de la empresa, nombre de empresa, nome empresa, nombre empresa, organizacao, organizacion, razao social, razon social, nome fantasia, nombre comercial, compania, firma, firmenname, unternehmen, societe, entreprise, raison sociale, azienda, bedrijf, instituicao, institucion, institution, parent customer name',
	department:
		'department, dept, departamento, depto, abteilung, departement, reparto, division, setor, sector, area de trabalho',
	jobTitle:
		'job title, job, job position, position, role title, job role, occupation, profession, cargo, puesto, profissao, profesion, funcao, funcion, ocupacao, ocupacion, beruf, funktion, fonction, poste occupe, berufsbezeichnung, stelle, function, job function, cargo funcao, designation, post',
	/** What a profile says of a job, if nothing says it better. */
	headline: 'headline',
	jobRole: 'role, papel, rol, rolle, ruolo, role in company, role at company, role in the company',
	title: 'title, titel, titulo, titre',

	/* Addresses */
	address:
		'address, addresses, addr, adress, adresse, endereco, enderecos, direccion, direcciones, morada, indirizzo, domicilio, anschrift, postal address, postal addresses, street address composite, location address, direccion postal',
	street:
		'street, street address, street name, rua, logradouro, calle, avenida, strasse, rue, via, route, endereco linha, avenue, ave',
	line: 'line, lines, line one, line two, address line, address lines, addr line, street line, street lines',
	houseNumber:
		'house number, address number, numero do endereco, endereco numero, numero endereco, street number, building number, hausnummer, numero exterior, house no, numero da casa',
	complement:
		'complement, complemento, apartment, apt, unit number, suite, extended address, sub premise, subpremise, apartamento, piso, numero interior, floor',
	district:
		'district, bairro, neighborhood, neighbourhood, colonia, barrio, suburb, sublocality, stadtteil, quartier',
	city: 'city, town, locality, cidade, ciudad, municipio, localidad, localidade, stadt, ort, wohnort, ville, citta, plaats',
	state:
		'state, states, province, region, county, estado, uf, provincia, bundesland, country sub division code, admin area level 1, state province, state or province, state region, departamento provincia',
	zip: 'zip, zip code, zip postal code, postal code, post code, postcode, cep, codigo postal, cp, plz, postleitzahl, code postal, cap, z i p, pincode, pin code',
	country:
		'country, country name, country region, country or region, pais, land, nation, paese, nacao, nacion',
	countryCode:
		'country code, country iso, iso country, country iso code, iso country code, country code iso, country alpha 2',
	poBox: 'po box, p o box, post office box, caixa postal, apartado postal, postfach',
	mailing:
		'mailing, billing, billing details, shipping details, bill, bill to, shipping, ship, ship to, delivery, postal, correspondence, default, entrega, cobranca, envio, facturacion, faturamento',

	/* The rest of a contact */
	website:
		'website, websites, web site, web sites, web, web page, webpage, home page, homepage, website url, site, site web, sitio web, pagina web, pagina, sitio, web addr, web address, website address, internet, webseite, url do site, url del sitio, sito, sito web, business home page',
	url: 'socials, url, urls, uri, link, links',
	social:
		'linked in, linkedin, linkedin url, linkedin profile, instagram, facebook, twitter, x com, github, youtube, tiktok, tik tok, xing, pinterest, medium, threads, social profile url, facebook url, twitter url, instagram url, github url, linked in url',
	birthday:
		'birthday, bday, birthdays, birth date, birthdate, birth day, date of birth, dob, d o b, born, born on, nascimento, data de nascimento, data nascimento, data nasc, dt nascimento, dt nasc, nasc, aniversario, nacimiento, fecha de nacimiento, fecha nacimiento, cumpleanos, geburtstag, geburtsdatum, date de naissance, anniversaire, data di nascita',
	note: 'note, notes, nota, notas, observacao, observacoes, obs, observacion, observaciones, comment, comments, comentario, comentarios, remark, remarks, notiz, notizen, bemerkung, bemerkungen, remarque, remarques, personal notes, biography, biographies, bio, about, description, descricao, descripcion, background info, details',
	photo:
		'photo, photos, photo url, picture, pictures, picture url, profile picture, profile photo, profile pic, profile image, profile photo url, avatar, avatars, avatar url, avatar urls, image, image url, thumbnail photo url, photo urls, foto, fotos, foto de perfil, imagem, imagen, bild, headshot, gravatar, image original, content url',
	vcard: 'vcard, v card, vcards, v cards, vcard text, vcf, vcard data',

	/* Keys inside list entries, or that say which of several it is */
	value:
		'value, values, valor, val, rich text, formula, rollup, multitext,  answer, text, plain text, content, wert, data value, raw value, free form number, item value, resposta, respuesta, string value, display value',
	number: 'number, nomor, numero, num, nro, no, nr, nummer, numbers, n',
	canonical:
		'canonical form, canonical, international, phone international, number international, normalized, formatted international',
	e164: 'e 164, number e 164, phone e 164, e 164 number',
	label:
		'label, enum code, type, kind, field, category, label name, formatted type, sub type, subtype, tipo, etiqueta, custom type, rotulo, typ, art, bezeichnung',
	primary: 'primary, is primary, preferred, is preferred, is default, pref, principal is',
	work: 'work, work dd, office, job contact, professional, corporate, trabalho, trabajo, comercial, escritorio, oficina, profissional, profesional, corporativo, laboral, geschaftlich, arbeit, dienstlich, buro, travail, bureau, professionnel, lavoro, empresarial, trab',
	home: 'home, personal, private, residential, residence, house, casa, pessoal, particular, residencial, privat, privado, privada, domicile, maison, personnel, res',
	other:
		'other, another, weitere, weiteres, altro, altra, alternate, alternative, alt, secondary, second, backup, outro, outros, outra, otro, otros, otra, secundario, secundaria, adicional, alternativo, alternativa, recado, andere, autre, third, extra, recados, segundo, segunda, terceiro, tercero',
	main: 'main, principal, primario, primaria, primaer, best, hauptnummer, haupt, default number, switchboard',
	person:
		'contact, contato, contacto, kontakt, customer details, client details, buyer details, user details, person details, lead details, invitee details, guest details, attendee details, business partner, person, persona, pessoa, customer, client, cliente, clientes, kunde, lead, leads, prospect, subscriber, user, usuario, member, membro, miembro, employee, empregado, funcionario, empleado, guest, hospede, huesped, attendee, participant, participante, student, aluno, aluna, alumno, alumna, patient, paciente, candidate, candidato, applicant, individual, people, inscrito, assinante, comprador, buyer, passenger, passageiro, respondent, visitor, visitante, registrant, donor, doador, socio, titular, invitee, staff member, colaborador, colaboradora, mitarbeiter, teilnehmer, pessoa fisica',
	container:
		'add, update, properties, profile, perfil, fields, attributes, data, output, result, results, body, payload, json, record, records, row, rows, item, items, merge fields, custom fields, custom attributes, details info, info, information, personal info, personal information, contact info, contact information, contact details, personal details, answers, responses, form, form data, field data, form response, values set, metadados, columns, user metadata, basic info, metadata fields, identity, query, response, message content, entity, node, extracted, extracted data, custom field values, custom fields values, column values, questions and answers, user meta data, raw user metadata, raw user meta data, message, attributes set, basics, contact data, dados, datos, contents, contact fields',
	identities: 'identity profiles, identities',

	/* Somebody else's: see roles.ts */
	/* Something else's: a product, a list, a file */
	thing:
		'product, products, produto, producto, item name, campaign, campanha, campana, list, lists, lista, file, filename, arquivo, archivo, event, events, evento, course, curso, project, projeto, proyecto, plan, plano, tag, tags, group, groups, grupo, stage, pipeline, deal, deals, negocio, opportunity, oportunidade, oportunidad, order, orders, pedido, ticket, tickets, task, tarefa, tarea, page, folder, table, tabela, tabla, sheet, planilha, hoja, workflow, channel, canal, template, brand, marca, model, modelo, domain, host, hostname, server, bank, banco, team, equipe, equipo, workspace, space, store, loja, tienda, app, device, browser, service, servico, servicio, variant, bucket, database, db, category name, fb, form name, ad, adset, ad set, board, job id, segment, audience, collection, invoice, fatura, factura, payment, subscription, membership, memberships, location, os, currency, badge, class, turma, room, venue, hotel, school, escola, show, song, movie, node name, node type, instance, session, chat, sub domain, package, pacote, paquete, branch, pos, promotion, coupon, code name, status name, source name, type name, id name, record name, custom field name, pet, vehicle, veiculo, car, carro, account type, screen, report, permission, social profiles, reason, question, option, variable, attribute name, field name, column name, key name',
	goods:
		'price, preco, precio, unit price, sku, quantity, quantidade, cantidad, stock, estoque, inventory, line items, order number, total price, barcode, amount, weight, numero do pedido, order key, subtotal price, unit cost, regular price, sale price',
	companyEvidence: 'people count, is company, ticker symbol',
	/** Of a company, which may be that of the person in the row. */
	companyHint:
		'industry, number of employees, numberofemployees, employees, annual revenue, num employees, nb employees, company size, cnpj, website domain, company domain, company domain name',
	/* Neither: ids, times, counters, status of the record */
	meta: 'user agent, email type, company type, type of company, organization type, account type, business type, tipo de empresa, tipo empresa, unique email id, object, ok, balance, contact id, cdate, udate, credentials, timestamps, identifiers, create date, createdate, last modified date, lastmodifieddate, last modified, categories, custom field, id, ids, uid, uuid, guid, gid, vid, key, hash, token, etag, e tag, odata, odata etag, date, dates, data de criacao, fecha, time, timestamp, created, created at, updated, updated at, modified, criado, criado em, creado, creado en, at, since, added, changed, deleted, archived, count, total, counts, contagem, cantidad total, score, rating, index, position index, row number, status, estado do registro, situacao, source, origin, origem, origen, utm, ip, geo, geoip, lat, lng, long, latitude, longitude, timezone, time zone, tz, locale, language, idioma, lang, domain name, format, opt, opt in, opt out, optout, optin, consent, consents, blacklisted, unsubscribed, subscribed, subscription status, verified at, bounce, bounced, bounces, hard bounce, permission given, consent given, notification, notifications, resource, resource name, revision, version, versions, links self, has, is, can, permissions, roles, role id, role ids, role type, custom role id, admin, flag, visible, visibility, hs, href, self, metadata, meta, meta data, stats, statistics, settings, preferences, signup, session id, external, marketing, email client, email local, qualification, validation, valid email date, messages count, sent, opened, clicked, history, form submissions, list memberships, enabled, active, inactive, disabled, allow, allowed, accepts, object type, record id, folder id, change key, is bot, bot, deals count, cc rate, lead status, lifecycle stage, customer id, custom data, events list, user defined, im, ims, im addresses, cover photos, photo etag, thumbnail photo etag, can upload, uploaded, tracking, hire, seq, sequence, read only, expand, avatar hash, segmentio, socialdata, smtp, sid, sms sid, message sid, sms message sid, account sid, gdpr, lgpd, newsletter, error, executed, execution, webhook url, headers, params, execution mode, photo id, picture id, avatar id, calculated, hs calculated phone number country code, hs calculated phone number area code, hs calculated phone number region code, searchable, hour, hora, provider, validated, labels, label ids, emoji info, skype, discord, telegram id, twitter id, facebook id, attempts, last contacted, last contact, last seen, last activity, last message, last login, lastchanged, first seen, first contact, first visit, marked, spam',
	/* Adjectives that do not change whose it is; the value shows whether it is a value or a yes */
	soft: 'verified, confirmed, validated phone, valid, raw, original, clean, cleaned, current, atual, actual, new, novo, nuevo, latest, day, daytime, evening, night, direct, day time, emergencial nao, local, national, nacional, us, usa, uk, br, brasil, brazil, mx, mexico, formatted phone, updated phone, active phone, direto, directo, property, prop, custom, input, form field, field value, full number, complete number, international phone number, required, optional, obrigatorio, opcional, obligatorio, lower case, lowercase, auto, dial, call, checkout',
	filler:
		'di, del, della, na, nas, nos, the, a, an, of, for, to, your, you, my, please, enter, what, s, is your, and, or, e, y, o, ou, de, do, da, dos, das, la, el, los, las, para, com, con, geral, general, numbers only, only numbers, somente numeros, apenas numeros, solo numeros, sin espacios, sem espacos, no spaces, without spaces, sem tracos, sin guiones, seu, sua, seus, tu, su, sus, qual, cual, es, with, in, by which, insert, digite, informe, ingrese, ingresa, escriba, insira, coloque, here, aqui, und, oder, der, die, das kontakts, le, du, des, et, votre, ihre, deine, ihr, we, call you, reach, reach you, we reach you, us at, on, which, how, sobre, em, no qual, por favor, favor, melhor, mejor, if any, if available, se houver, si tiene, active number, that, uses, use, usa whats, ativo',
} as const;

/** What capitals in these lists stand for: nothing here, while the bundle has the lists short. */
export const PIECES: ReadonlyArray<readonly [capital: string, piece: string]> = [];

export type Sense = keyof typeof PHRASES | 'role';
