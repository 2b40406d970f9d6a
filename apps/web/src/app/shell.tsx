import { KernContainer } from '@kern-ux-annex/kern-react-kit';
import type { ReactNode } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { useIsBehind } from '../live/keep-what-was-shown.js';
import { SessionGate, useInstallation, useOptionalSession, type Viewer } from '../session/session.js';
import { SignOut } from '../session/sign-out.js';
import { countOf } from '../ui/format.js';
import { Notice } from '../ui/notice.js';

export function Shell() {
  return <SessionGate frame={(content) => <Frame>{content ?? <Outlet />}</Frame>} />;
}

export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="frame">
      <a className="skip-link kern-link" href="#inhalt">
        Zum Inhalt springen
      </a>
      <Header />
      <main id="inhalt" tabIndex={-1} className="main">
        <KernContainer>
          <ConnectionNotice />
          {children}
        </KernContainer>
      </main>
      <footer className="footer">
        <KernContainer>
          <Imprint />
        </KernContainer>
      </footer>
      <ScrollRestoration />
    </div>
  );
}

/** Says that the page is not the newest; it is read again by itself as soon as somebody answers. */
function ConnectionNotice() {
  const isBehind = useIsBehind();
  return (
    <div role="status">
      {isBehind && (
        <Notice variant="warning" title="Keine Verbindung zum Server">
          <p className="kern-body">
            Sie sehen den zuletzt geladenen Stand. Er wird von selbst erneuert, sobald die Verbindung wieder da ist.
          </p>
        </Notice>
      )}
    </div>
  );
}

/** Whose product this is stands below every page; before signing in nobody is told. */
function Imprint() {
  const installation = useInstallation();
  const owner = installation === null ? '' : ` – Arbeitsmappe der ${installation.names.conferenceGenitive}`;
  return <p className="kern-body kern-body--small">Konferenzmappe{owner}</p>;
}

function Header() {
  const session = useOptionalSession();
  return (
    <header className="header">
      <KernContainer>
        <div className="header-line">
          <Link to="/" className="product-name">
            <img src="/favicon.svg" alt="" width={32} height={32} />
            <span>Konferenzmappe</span>
          </Link>
          {session !== null && <SignedIn />}
        </div>
        {session !== null && <Navigation viewer={session.viewer} />}
      </KernContainer>
    </header>
  );
}

function SignedIn() {
  const session = useOptionalSession();
  if (session === null) return null;
  const { person, capacities } = session.viewer;
  return (
    <div className="signed-in">
      <div>
        <p className="kern-body kern-body--bold">
          <span className="kern-sr-only">Angemeldet: </span>
          {person.name}
        </p>
        <p className="kern-body kern-body--small">{capacities.map(({ label }) => label).join(' · ')}</p>
      </div>
      <SignOut />
    </div>
  );
}

function Navigation({ viewer }: { readonly viewer: Viewer }) {
  const { unreadNotifications: unread, capacities } = viewer;
  return (
    <nav aria-label="Hauptnavigation" className="navigation">
      <ul>
        <li>
          <NavLink to="/" end>
            Schreibtisch
          </NavLink>
        </li>
        <li>
          <NavLink to="/themen">Themen</NavLink>
        </li>
        <li>
          <NavLink to="/konferenzen">Konferenzen</NavLink>
        </li>
        <li>
          <NavLink to="/anmerkungsrunden">Anmerkungsrunden</NavLink>
        </li>
        <li>
          <NavLink to="/umlaufverfahren">Umlaufverfahren</NavLink>
        </li>
        <li>
          <NavLink to="/auftraege">Aufträge</NavLink>
        </li>
        <li>
          <NavLink to="/niederschriften">Niederschriften</NavLink>
        </li>
        <li>
          <NavLink to="/organisation">Organisation</NavLink>
        </li>
        <li>
          <NavLink to="/benachrichtigungen">
            Benachrichtigungen
            {unread > 0 && (
              <span className="unread">
                <span aria-hidden="true">{unread}</span>
                <span className="kern-sr-only">, {countOf(unread, 'ungelesen', 'ungelesen')}</span>
              </span>
            )}
          </NavLink>
        </li>
        {capacities.some(({ role }) => role === 'ADMIN') && (
          <li>
            <NavLink to="/technik">Technik</NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
