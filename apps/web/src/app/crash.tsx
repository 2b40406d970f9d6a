import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { Page } from '../ui/page.js';
import { Frame } from './shell.js';

/** What remains when a page itself has failed. */
export function Crash() {
  return (
    <Frame>
      <Page
        title="Diese Seite ist gestört"
        lead="In der Anzeige ist ein Fehler aufgetreten. Gespeichertes ist davon nicht betroffen."
      >
        <KernButton text="Seite neu laden" variant="primary" onClick={() => window.location.reload()} />
      </Page>
    </Frame>
  );
}
