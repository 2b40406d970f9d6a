import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '#platform/graphql';
import { counterOf, durationOf } from '#platform/metrics';

const operations = counterOf('graphql_operations', 'Root fields asked for, by whether the answer was free of errors.', [
  'type',
  'field',
  'outcome',
]);
const refusals = counterOf('graphql_refusals', 'Expected "no" of mutations by its code.', ['field', 'code']);
const durations = durationOf('graphql_duration', 'How long a request took, from its arrival to its answer.', ['type']);

/** Codes are ours; whatever does not look like one is not told. */
const CODE = /^[A-Z][A-Z_]{1,60}$/;

/**
 * Counts by the fields of the schema, which are known; the name that a client gives its operation could be anything. A
 * request that was not valid has no field, and is counted as such.
 */
export function countedOperations(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        willSendResponse: async ({ operation, document, errors, response }) => {
          const isValid = document !== undefined && operation !== undefined && response.body.kind === 'single';
          const data = response.body.kind === 'single' ? response.body.singleResult.data : null;
          if (!isValid || (data === undefined && errors !== undefined)) {
            operations.inc({ type: 'unknown', field: 'unknown', outcome: 'invalid' });
            return;
          }
          const type = operation.operation;
          const outcome = (errors?.length ?? 0) === 0 ? 'done' : 'error';
          durations.observe({ type }, (performance.now() - started) / 1000);
          for (const { field, alias } of rootFieldsOf(operation)) {
            operations.inc({ type, field, outcome });
            for (const code of refusalCodesIn(data?.[alias])) refusals.inc({ field, code });
          }
        },
      };
    },
  };
}

/** Fragments at the root are not followed: our own clients have none there. */
function rootFieldsOf({ selectionSet }: OperationDefinitionNode): readonly { field: string; alias: string }[] {
  return selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD
      ? [{ field: selection.name.value, alias: selection.alias?.value ?? selection.name.value }]
      : [],
  );
}

function refusalCodesIn(answer: unknown): readonly string[] {
  if (typeof answer !== 'object' || answer === null || !('refusals' in answer)) return [];
  const { refusals: found } = answer;
  if (!Array.isArray(found)) return [];
  return found.flatMap((refusal: { readonly code?: unknown }) =>
    typeof refusal.code === 'string' && CODE.test(refusal.code) ? [refusal.code] : [],
  );
}
