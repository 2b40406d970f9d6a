import { KernButton } from '@kern-ux-annex/kern-react-kit';
import type { CombinedError } from 'urql';
import { LinkButton } from './link-button.js';
import { Notice } from './notice.js';
import { Page } from './page.js';
import { codeOf, requestNote } from './refusals.js';

/** A page that could not be loaded: not there, no connection, or a fault of the server. */
export function Failure({ error, onRetry }: { readonly error: CombinedError; readonly onRetry: () => void }) {
  if (codeOf(error) === 'NOT_FOUND') return <NotFound />;
  const isOffline = error.networkError !== undefined;
  return (
    <Page
      title={isOffline ? 'Keine Verbindung' : 'Das hat nicht geklappt'}
      lead={
        isOffline
          ? 'Der Server ist zurzeit nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.'
          : `Beim Laden ist ein Fehler aufgetreten.${requestNote(error)}`
      }
    >
      <KernButton text="Erneut versuchen" variant="primary" icon="autorenew" onClick={onRetry} />
    </Page>
  );
}

export function NotFound() {
  return (
    <Page
      title="Nicht gefunden"
      lead="Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt. Bitte prüfen Sie die Adresse."
    >
      <LinkButton to="/" text="Zum Schreibtisch" variant="primary" />
    </Page>
  );
}

/** A part of a page that could not be loaded. */
export function FailedPart({ error, onRetry }: { readonly error: CombinedError; readonly onRetry: () => void }) {
  return (
    <Notice variant="danger" title={error.networkError ? 'Keine Verbindung' : 'Das hat nicht geklappt'}>
      <p className="kern-body">
        {error.networkError
          ? 'Der Server ist zurzeit nicht erreichbar.'
          : `Beim Laden ist ein Fehler aufgetreten.${requestNote(error)}`}
      </p>
      <KernButton text="Erneut versuchen" variant="secondary" icon="autorenew" onClick={onRetry} />
    </Notice>
  );
}
