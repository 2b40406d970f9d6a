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
    throw asEmbeddedDatabaseError(error, directory);
  }
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
    `Auf dem Datenträger von ${directory} ist kein Platz mehr frei; bitte Platz schaffen und erneut starten.`,
    { cause },
  );
}

export function damaged(directory: string, detail: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'DAMAGED',
    `Das Datenbankverzeichnis ${directory} ist beschädigt (${detail}); bitte eine Sicherung zurückspielen oder das Verzeichnis beiseitelegen.`,
  );
}

function asEmbeddedDatabaseError(error: unknown, directory: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (diskFullCodes.includes(code)) return diskFull(directory, error);
  if (notWritableCodes.includes(code)) return notWritable(directory, error);
  return error;
}
