import type { CombinedError } from 'urql';
import type { RefusalPartsFragment } from '../generated/graphql.js';

export type Refusal = Pick<RefusalPartsFragment, 'code' | 'message' | 'field' | 'details'>;

/** A failed request, said in the same form as a refusal, so that nothing entered is lost over it. */
export function refusalOfFailure(error: CombinedError): Refusal {
  if (error.networkError !== undefined) {
    return {
      code: 'NO_CONNECTION',
      message:
        'Der Server ist zurzeit nicht erreichbar. Ihre Eingaben bleiben hier stehen; bitte versuchen Sie es erneut.',
      field: null,
      details: null,
    };
  }
  if (codeOf(error) === 'UNAUTHENTICATED') {
    return {
      code: 'UNAUTHENTICATED',
      message:
        'Ihre Sitzung ist abgelaufen. Bitte melden Sie sich in einem zweiten Fenster neu an und senden Sie dann erneut.',
      field: null,
      details: null,
    };
  }
  return {
    code: 'FAILED',
    message: `Das hat nicht geklappt.${requestNote(error)} Bitte versuchen Sie es erneut.`,
    field: null,
    details: null,
  };
}

export function codeOf(error: CombinedError): string | null {
  const code = error.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' ? code : null;
}

/** The id under which the server has noted what went wrong, for a call to those who run it. */
export function requestNote(error: CombinedError): string {
  const id = error.graphQLErrors[0]?.extensions['requestId'];
  return typeof id === 'string' ? ` Vorgangsnummer für die Technik: ${id}.` : '';
}

/** The first refusal that names this field. */
export function errorOf(refusals: readonly Refusal[], field: string): string | undefined {
  return refusals.find((refusal) => refusal.field === field)?.message;
}
