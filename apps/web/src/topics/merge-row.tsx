import { Link } from 'react-router';
import type { MergePartsFragment } from '../generated/graphql.js';

/** A proposed merge on the desk of whoever can do something about it. */
export function MergeRow({ merge }: { readonly merge: MergePartsFragment }) {
  const next = merge.availableActions.find(({ available }) => available);
  return (
    <>
      <p className="kern-body kern-body--bold">Zusammenführung zweier Themen</p>
      <MergedTopics merge={merge} />
      <p className="kern-body">
        Nächster Schritt: <strong>{next?.label}</strong>
      </p>
    </>
  );
}

/** „A geht in B auf“, each as a link. */
export function MergedTopics({ merge: { topic, survivor } }: { readonly merge: MergePartsFragment }) {
  if (topic === null || survivor === null) return null;
  return (
    <p className="kern-body">
      <Link className="kern-link" to={`/themen/${topic.id}`}>
        {topic.title}
      </Link>{' '}
      ({topic.registrant.name}) soll aufgehen in{' '}
      <Link className="kern-link" to={`/themen/${survivor.id}`}>
        {survivor.title}
      </Link>{' '}
      ({survivor.registrant.name})
    </p>
  );
}
