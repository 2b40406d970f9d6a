import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that nobody but its maker vouches for, and its key; both in PEM. */
export interface SelfMadeCertificate {
  readonly cert: string;
  readonly key: string;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const ANY_TIME = 0x17;
const UTF8 = 0x0c;
const SET = 0x31;
/** ecdsa-with-SHA256, commonName, subjectAltName: object identifiers as DER has them. */
const ECDSA_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const ALT_NAME = Buffer.from('0603551d11', 'hex');

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** For the addresses, until the end of 2049 (RFC 5280 §4.1). */
export function selfMadeCertificate(...addresses: readonly string[]): SelfMadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, ECDSA_SHA256);
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from('mail.example')))));
  const time = (text: string): Buffer => der(ANY_TIME, Buffer.from(text));
  const addressBytes = addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number))));
  const alternatives = der(SEQUENCE, ALT_NAME, der(OCTET_STRING, der(SEQUENCE, ...addressBytes)));
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    algorithm,
    name,
    der(SEQUENCE, time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, alternatives)),
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', body, privateKey));
  const encoded = der(SEQUENCE, body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${encoded}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
