import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { hasDrafts } from './draft-store.js';

/** A path of ours, never another site. */
function ownPath(wanted: string | null): string | null {
  const isOwn = wanted !== null && wanted.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\');
  return isOwn ? wanted : null;
}

/** Where to go after signing in. */
function pathBack(pathname: string, search: string, wanted: string | null): string {
  const own = ownPath(wanted);
  if (own !== null) return own;
  return pathname === '/anmelden' ? '/' : `${pathname}${search}`;
}

interface SignInPageProps {
  /** Whether somebody was signed in here until now. */
  readonly hasEnded: boolean;
}

export function SignInPage({ hasEnded }: SignInPageProps) {
  const { pathname, search } = useLocation();
  const [params] = useSearchParams();
  const returnTo = pathBack(pathname, search, params.get('returnTo'));
  return (
    <Page
      title="Anmelden"
      lead="Die Konferenzmappe ist die gemeinsame Arbeitsmappe der Länder, des Bundes und der Geschäftsstelle. Sie brauchen ein Konto Ihrer Behörde."
    >
      <div className="sign-in">
        {hasEnded && (
          <Notice variant="warning" title="Ihre Sitzung ist beendet" takesFocus>
            <p className="kern-body">
              Bitte melden Sie sich neu an, dann geht es auf derselben Seite weiter.
              {hasDrafts() && ' Was Sie eingegeben und noch nicht gesendet haben, ist aufgehoben.'}
            </p>
          </Notice>
        )}
        <KernButton
          text="Mit dem Behördenkonto anmelden"
          variant="primary"
          href={`/auth/login?returnTo=${encodeURIComponent(returnTo)}`}
        />
        <p className="kern-body">
          Sie sind bereits zugeordnet und können sich trotzdem nicht anmelden? Dann wenden Sie sich bitte an die
          Koordination Ihres Hauses oder an die Geschäftsstelle.
        </p>
      </div>
    </Page>
  );
}

/** The page /anmelden for somebody who is signed in already. */
export function AlreadySignedIn() {
  const [params] = useSearchParams();
  return <Navigate to={ownPath(params.get('returnTo')) ?? '/'} replace />;
}
