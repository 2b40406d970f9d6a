import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

/** Structured log. Ids and codes only: no title or text of a paper ever goes in here. */
export type Logger = PinoLogger;

/** Token under which Nest injects the logger (pino's logger is an interface). */
export const LOGGER = Symbol('Logger');

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', 'password', 'token', 'cookie'],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
