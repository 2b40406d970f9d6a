import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useLocation, useSearchParams } from 'react-router';
import { Page } from '../ui/page.js';

/** Where to go after signing in: a path of ours, never another site. */
function pathBack(pathname: string, search: string, wanted: string | null): string {
  if (wanted !== null && wanted.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\')) return wanted;
  return pathname === '/anmelden' ? '/' : `${pathname}${search}`;
}

export function SignInPage() {
  const { pathname, search } = useLocation();
  const [params] = useSearchParams();
  const returnTo = pathBack(pathname, search, params.get('returnTo'));
  return (
    <Page
      title="Anmelden"
      lead="Die Konferenzmappe ist die gemeinsame Arbeitsmappe der Länder, des Bundes und der Geschäftsstelle für die Innenministerkonferenz. Sie brauchen ein Konto Ihrer Behörde."
    >
      <div className="sign-in">
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
