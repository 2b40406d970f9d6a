import { z } from 'zod';

/** Everything the processes may be told from outside. Parsed once at start; nothing else reads the environment. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PROXIES: z.coerce.number().int().min(0).max(9).optional(),
  DATABASE_URL: postgresUrl(),
  DATABASE_PUBLIC_URL: postgresUrl().optional(),
  DATABASE_OWNER_URL: postgresUrl().optional(),
  DATABASE_SUPERUSER_URL: postgresUrl().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_CA_FILE: z.string().min(1).optional(),
  SMTP_ALLOW_PLAINTEXT: z.stringbool().default(false),
  MAIL_RATE_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).optional(),
  MAIL_FROM: z.string().min(3).default('Konferenzmappe <konferenzmappe@localhost>'),
  DATA_DIR: z.string().min(1).default('var'),
  VS_NFD_APPROVED: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/;

/** Whether what is sent to this host stays on this machine. */
export function isThisMachine(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Cookies and tokens travel to this address: never in the clear, except on this machine. */
function isSafe(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isThisMachine(hostname);
}

/** Additions to the address could switch off what protects the mails, for example the check of the certificate. */
function hasMoreThanAServer(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { pathname, search, hash } = new URL(address);
  return !['', '/'].includes(pathname) || search !== '' || hash !== '';
}

/** What is wrong between settings that are sound by themselves. */
function mistakesBetween(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const mistakes: string[] = [];
  const { NODE_ENV, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL, SMTP_URL } = given;
  if (OIDC_ISSUER !== undefined && (OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)) {
    mistakes.push('OIDC_CLIENT_ID: OIDC_ISSUER braucht OIDC_CLIENT_ID und OIDC_CLIENT_SECRET');
  }
  for (const [name, address] of Object.entries({ PUBLIC_URL, OIDC_ISSUER })) {
    if (isSafe(address)) continue;
    mistakes.push(`${name}: muss mit https:// beginnen; http:// ist nur auf diesem Rechner erlaubt`);
  }
  if (hasMoreThanAServer(SMTP_URL)) {
    mistakes.push(
      'SMTP_URL: nennt Server, Anschluss und Zugangsdaten, sonst nichts; hinter dem Anschluss steht nichts mehr',
    );
  }
  if (NODE_ENV === 'production' && PUBLIC_URL === undefined) {
    mistakes.push('PUBLIC_URL: ist im Betrieb (NODE_ENV=production) nötig');
  }
  return mistakes;
}

function postgresUrl(): z.ZodURL {
  return z.url({ protocol: /^postgres(ql)?$/ });
}

export interface SignInConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export abstract class Config {
  abstract readonly nodeEnv: 'development' | 'test' | 'production';
  abstract readonly port: number;
  abstract readonly host: string;
  /** Null: what the process measures is told to nobody. */
  abstract readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Address under which browsers reach the product, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** How many proxies stand in front, the nearest first: as many say for whom they ask, and are believed. */
  abstract readonly proxies: number;
  abstract readonly databaseUrl: string;
  abstract readonly databasePublicUrl: string | null;
  abstract readonly databaseOwnerUrl: string | null;
  /** Null: roles, database and extensions are there already. */
  abstract readonly databaseSuperuserUrl: string | null;
  abstract readonly redisUrl: string | null;
  /** Null: no external issuer; only the standalone product may then offer its own. */
  abstract readonly signIn: SignInConfig | null;
  /** Null: mails are captured and shown instead of sent. */
  abstract readonly smtpUrl: string | null;
  /** File with certificates to trust beside the usual ones, in PEM. */
  abstract readonly smtpCaFile: string | null;
  /** Whether mails may travel in the clear to a server that is not on this machine; credentials never do. */
  abstract readonly smtpAllowsPlaintext: boolean;
  /** How many mails all processes together send in a minute. Null: as fast as the server takes them. */
  abstract readonly mailRatePerMinute: number | null;
  abstract readonly mailFrom: string;
  abstract readonly dataDirectory: string;
  abstract readonly logLevel: string;
  /** Whether this installation is approved to hold papers marked VS-NfD; refused by default. */
  abstract readonly vsNfdApproved: boolean;
}

/** Every mistake of the environment at once, in plain words. */
export class ConfigurationError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(['Die Einstellungen sind fehlerhaft:', ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** Parses the environment. Throws one `ConfigurationError` that names every mistake. */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  z.config(z.locales.de());
  const parsed = environment.safeParse(given);
  const single = parsed.error?.issues.map((issue) => inWords(issue, given)) ?? [];
  const mistakes = [...single, ...mistakesBetween(given)];
  if (!parsed.success || mistakes.length > 0) throw new ConfigurationError(mistakes);
  const values = parsed.data;
  return {
    nodeEnv: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    metrics: values.METRICS_PORT === undefined ? null : { host: values.METRICS_HOST, port: values.METRICS_PORT },
    publicUrl: (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(/\/+$/, ''),
    proxies: values.PROXIES ?? (values.NODE_ENV === 'production' ? 1 : 0),
    databaseUrl: values.DATABASE_URL,
    databasePublicUrl: values.DATABASE_PUBLIC_URL ?? null,
    databaseOwnerUrl: values.DATABASE_OWNER_URL ?? null,
    databaseSuperuserUrl: values.DATABASE_SUPERUSER_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    signIn: signInOf(values),
    smtpUrl: values.SMTP_URL ?? null,
    smtpCaFile: values.SMTP_CA_FILE ?? null,
    smtpAllowsPlaintext: values.SMTP_ALLOW_PLAINTEXT,
    mailRatePerMinute: values.MAIL_RATE_PER_MINUTE ?? null,
    mailFrom: values.MAIL_FROM,
    dataDirectory: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    vsNfdApproved: values.VS_NFD_APPROVED,
  };
}

/** Whoever forgot a setting need not hear of types. */
function inWords({ path, message }: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = path.join('.');
  return `${name}: ${name in given ? message : 'fehlt'}`;
}

function signInOf(values: z.infer<typeof environment>): SignInConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  return issuer !== undefined && clientId !== undefined && clientSecret !== undefined
    ? { issuer, clientId, clientSecret }
    : null;
}

/** The environment of this process; the one place that reads it. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
