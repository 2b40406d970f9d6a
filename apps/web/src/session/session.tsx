import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { SIGNED_OUT } from '../app/client.js';
import {
  InstallationDocument,
  type InstallationQuery,
  SessionDocument,
  type SessionQuery,
} from '../generated/graphql.js';
import { followChanges } from '../live/live-changes.js';
import { UNATTENDED } from '../live/unattended.js';
import { Failure } from '../ui/failure.js';
import { Loading } from '../ui/page.js';
import { codeOf } from '../ui/refusals.js';
import { SignInPage } from './sign-in-page.js';

export type Viewer = SessionQuery['viewer'];
/** The conference of ministers that works here, and what the viewer may begin. */
export type Installation = InstallationQuery['installation'];

interface Session {
  readonly viewer: Viewer;
  /** Reads again who is signed in and what is unread. */
  readonly refresh: () => void;
}

const SessionContext = createContext<Session | null>(null);

const unreadEverySeconds = 60;

/** Without this mark, asking who is signed in would itself lead to asking again. */
const context = { isSessionCheck: true };
const unattended = { ...context, fetchOptions: { credentials: 'same-origin', headers: UNATTENDED } } as const;

/** Everything below knows who is signed in; who is not sees how to sign in. */
export function SessionGate({ frame }: { readonly frame: (content: ReactNode | null) => ReactNode }) {
  const [{ data, error }, execute] = useQuery({ query: SessionDocument, context });
  const [known, setKnown] = useState<SessionQuery | null>(null);
  const refresh = useCallback(() => execute({ ...context, requestPolicy: 'network-only' }), [execute]);
  useEffect(() => {
    if (data) setKnown(data);
  }, [data]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') execute({ ...unattended, requestPolicy: 'network-only' });
    }, unreadEverySeconds * 1000);
    window.addEventListener(SIGNED_OUT, refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener(SIGNED_OUT, refresh);
    };
  }, [execute, refresh]);
  // A lost connection is no reason to take away the page someone is writing on.
  const current = data ?? known;
  const isSignedIn = current !== null && (error === undefined || codeOf(error) !== 'UNAUTHENTICATED');
  useEffect(() => (isSignedIn ? followChanges() : undefined), [isSignedIn]);
  const session = useMemo(() => (current === null ? null : { ...current, refresh }), [current, refresh]);
  if (error && codeOf(error) === 'UNAUTHENTICATED') return frame(<SignInPage hasEnded={known !== null} />);
  if (session !== null) return <SessionContext.Provider value={session}>{frame(null)}</SessionContext.Provider>;
  if (error) return frame(<Failure error={error} onRetry={refresh} />);
  return frame(<Loading what="Die Konferenzmappe wird geöffnet" />);
}

/** Null on the pages shown to people who are not signed in. */
export function useOptionalSession(): Session | null {
  return useContext(SessionContext);
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('This page is shown to signed-in people only');
  return session;
}

/** Null until it is known, and for people who are not signed in. */
export function useInstallation(): Installation | null {
  const session = useOptionalSession();
  const [{ data }] = useQuery({ query: InstallationDocument, pause: session === null });
  return data?.installation ?? null;
}
