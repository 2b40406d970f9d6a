import { createServer } from 'node:net';

/** Throws one sentence when somebody else answers on the port already: before anything else is prepared. */
export async function assertPortIsFree(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      throw new StartRefused(
        `Port ${port} ist schon belegt. Bitte beenden Sie das andere Programm oder wählen Sie einen anderen: PORT=3001 npm start`,
      );
    }
    if (error.code === 'EACCES')
      throw new StartRefused(
        `Port ${port} darf dieser Benutzer nicht öffnen. Bitte wählen Sie einen ab 1024: PORT=3000 npm start`,
      );
    throw error;
  });
}

/** Why the product does not start, in one German sentence for the person at the terminal. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
