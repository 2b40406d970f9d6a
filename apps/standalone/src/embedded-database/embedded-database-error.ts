/** What can keep the embedded database from starting; each has one plain sentence for the person at the machine. */
export type EmbeddedDatabaseFault =
  | 'NOT_WRITABLE'
  | 'DISK_FULL'
  | 'DAMAGED'
  | 'NEWER_VERSION'
  | 'OLDER_VERSION'
  | 'IN_USE'
  | 'FOREIGN_OWNER'
  | 'NO_ACCOUNT'
  | 'UNSUPPORTED_MACHINE'
  | 'NOT_STARTED';

/** Its `message` is meant to be printed as it is, without a stack. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';

  constructor(
    readonly fault: EmbeddedDatabaseFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const notWritableCodes = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'];
const diskFullCodes = ['ENOSPC', 'EDQUOT'];

/** Runs file operations; what the file system refuses becomes one sentence about the given directory. */
export async function writingTo<T>(directory: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    const code = errorCode(error);
    if (diskFullCodes.includes(code)) throw diskFull(directory, error);
    if (notWritableCodes.includes(code)) throw notWritable(directory, error);
    throw error;
  }
}

/** The code of the file system (`ENOENT`), or the empty string. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function notWritable(directory: string, cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'NOT_WRITABLE',
    `Das Datenverzeichnis ${directory} ist nicht beschreibbar; bitte Schreibrechte geben oder mit DATA_DIR ein anderes Verzeichnis wählen.`,
    { cause },
  );
}

export function diskFull(directory: string, cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'DISK_FULL',
    `Auf dem Datenträger von ${directory} ist zu wenig Platz frei; bitte Platz schaffen und erneut starten.`,
    { cause },
  );
}

export function damaged(directory: string, detail: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'DAMAGED',
    `Das Datenbankverzeichnis ${directory} ist beschädigt (${detail}); bitte eine Sicherung zurückspielen oder das Verzeichnis beiseitelegen.`,
  );
}

/** What PostgreSQL writes when it finds its own files missing or wrong. */
const damageMessages = [
  /PANIC: /,
  /could not (open|read|access|stat) (file|directory|status of transaction)/,
  /checkpoint record|redo location|WAL ends before/,
  /checksum|corrupt|not a valid data directory|database files are incompatible|invalid data in file/,
];

/** Turns what the server wrote before it gave up into one sentence; the log file has the rest. */
export function explainServerLog(log: string, clusterDirectory: string, logFile: string): EmbeddedDatabaseError {
  if (/No space left on device|Disk quota exceeded/.test(log)) return diskFull(clusterDirectory);
  if (/Permission denied|Read-only file system/.test(log)) return notWritable(clusterDirectory);
  const [, reason = 'der Server endete ohne Meldung'] = /(?:PANIC|FATAL): +(.*)/.exec(log) ?? [];
  const detail = `${reason}; Einzelheiten in ${logFile}`;
  if (damageMessages.some((message) => message.test(log))) return damaged(clusterDirectory, detail);
  return new EmbeddedDatabaseError('NOT_STARTED', `Die Datenbank ließ sich nicht starten (${detail}).`);
}
