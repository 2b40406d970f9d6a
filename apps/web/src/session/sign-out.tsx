import { KernButton } from '@kern-ux-annex/kern-react-kit';
import type { FormEvent } from 'react';
import { forgetAllDrafts } from './draft-store.js';

const path = '/auth/logout';

/**
 * The server says where signing out goes on: a foreign sign-in service is not reached from a form, since the content
 * security policy lets forms lead to our own origin only.
 */
async function signOut(): Promise<string> {
  const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json' } });
  const { redirectTo } = (await response.json()) as { readonly redirectTo: string };
  return redirectTo;
}

/** Also without an answer that can be read, the form itself signs out. */
export function SignOut() {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    forgetAllDrafts();
    void signOut().then(
      (target) => window.location.assign(target),
      () => form.submit(),
    );
  };
  return (
    <form method="post" action={path} onSubmit={submit}>
      <KernButton text="Abmelden" type="submit" variant="tertiary" icon="logout" />
    </form>
  );
}
