import { connectionFailureOf } from '../../nodes/delivery/connectionFailure';
import { expectStage, errorOf } from './connectionErrors';

/** https://nodejs.org/api/tls.html, X509 certificate error codes; the last two are Node.js's own. */
const CERTIFICATE = [
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_CRL',
	'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
	'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
	'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
	'CERT_SIGNATURE_FAILURE',
	'CRL_SIGNATURE_FAILURE',
	'CERT_NOT_YET_VALID',
	'CERT_HAS_EXPIRED',
	'CRL_NOT_YET_VALID',
	'CRL_HAS_EXPIRED',
	'ERROR_IN_CERT_NOT_BEFORE_FIELD',
	'ERROR_IN_CERT_NOT_AFTER_FIELD',
	'ERROR_IN_CRL_LAST_UPDATE_FIELD',
	'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'CERT_CHAIN_TOO_LONG',
	'CERT_REVOKED',
	'INVALID_CA',
	'PATH_LENGTH_EXCEEDED',
	'INVALID_PURPOSE',
	'CERT_UNTRUSTED',
	'CERT_REJECTED',
	'HOSTNAME_MISMATCH',
	'ERR_TLS_CERT_ALTNAME_FORMAT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
];

it.each(CERTIFICATE)('a certificate that is not accepted comes before the request: %s', (code) => {
	expectStage(errorOf('certificate of wa.example.com', { code }), 'notTrusted');
});

/**
 * Reasons of OpenSSL (https://docs.openssl.org/3.0/man3/ERR_get_error/, include/openssl/sslerr.h), as Node.js names
 * them: with TLS 1.3 a server's alert about the handshake comes after the request was written.
 */
const OPENSSL = [
	'BAD_RECORD_TYPE',
	'BAD_LENGTH',
	'CERTIFICATE_VERIFY_FAILED',
	'DATA_LENGTH_TOO_LONG',
	'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
	'ENCRYPTED_LENGTH_TOO_LONG',
	'HTTP_REQUEST',
	'HTTPS_PROXY_REQUEST',
	'INTERNAL_ERROR',
	'LENGTH_MISMATCH',
	'NO_CIPHERS_AVAILABLE',
	'NO_PROTOCOLS_AVAILABLE',
	'NO_SHARED_CIPHER',
	'PACKET_LENGTH_TOO_LONG',
	'RECORD_LENGTH_MISMATCH',
	'SSLV3_ALERT_BAD_CERTIFICATE',
	'SSLV3_ALERT_BAD_RECORD_MAC',
	'SSLV3_ALERT_CERTIFICATE_EXPIRED',
	'SSLV3_ALERT_CERTIFICATE_REVOKED',
	'SSLV3_ALERT_CERTIFICATE_UNKNOWN',
	'SSLV3_ALERT_HANDSHAKE_FAILURE',
	'SSLV3_ALERT_ILLEGAL_PARAMETER',
	'SSLV3_ALERT_UNEXPECTED_MESSAGE',
	'SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
	'SSL/TLS_ALERT_HANDSHAKE_FAILURE',
	'TLSV13_ALERT_CERTIFICATE_REQUIRED',
	'TLSV13_ALERT_MISSING_EXTENSION',
	'TLSV1_ALERT_ACCESS_DENIED',
	'TLSV1_ALERT_DECODE_ERROR',
	'TLSV1_ALERT_DECRYPT_ERROR',
	'TLSV1_ALERT_INTERNAL_ERROR',
	'TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
	'TLSV1_ALERT_PROTOCOL_VERSION',
	'TLSV1_ALERT_UNKNOWN_CA',
	'TLSV1_UNRECOGNIZED_NAME',
	'UNEXPECTED_EOF_WHILE_READING',
	'UNEXPECTED_MESSAGE',
	'UNEXPECTED_RECORD',
	'UNKNOWN_PROTOCOL',
	'UNSUPPORTED_PROTOCOL',
	'WRONG_SSL_VERSION',
	'WRONG_VERSION_NUMBER',
];

it.each(OPENSSL)('an error of TLS proves nothing: ERR_SSL_%s', (reason) => {
	const words = `error:0A00010B:SSL routines::${reason.toLowerCase().replaceAll('_', ' ')}`;
	const code = `ERR_SSL_${reason}`;
	expect(connectionFailureOf(errorOf(words, { code }))).toEqual({ stage: 'unclear', code });
	expectStage(errorOf(words, { code }), 'unclear');
	for (const syscall of ['read', 'write']) {
		expectStage(errorOf(`${syscall} EPROTO 80:${words}`, { code: 'EPROTO', syscall }), 'unclear');
	}
});
