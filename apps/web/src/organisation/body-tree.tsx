import { bodyKindNames } from '#glossary';
import { Link } from 'react-router';
import type { BodyRowPartsFragment } from '../generated/graphql.js';
import { formatDay } from '../ui/format.js';
import { bodyPath, titleOfBody } from './body-words.js';

/** So many bodies beneath another one are shown at once; more wait until they are asked for. */
const SHOWN_AT_ONCE = 10;

interface BodyTreeProps {
  readonly bodies: readonly BodyRowPartsFragment[];
  readonly parent: string | null;
  readonly today: string;
}

/** A list in a list, so that the depth is heard as well as seen. */
export function BodyTree({ bodies, parent, today }: BodyTreeProps) {
  const children = bodies.filter((body) => (body.parent?.code ?? null) === parent);
  return (
    <ul className="plain-list card-list">
      {children.map((body) => (
        <li key={body.code}>
          <BodyRow body={body} today={today} />
          <Beneath bodies={bodies} body={body} today={today} />
        </li>
      ))}
    </ul>
  );
}

function Beneath({ bodies, body, today }: Omit<BodyTreeProps, 'parent'> & { readonly body: BodyRowPartsFragment }) {
  const count = bodies.filter(({ parent }) => parent?.code === body.code).length;
  if (count === 0) return null;
  return (
    <details className="body-branch" open={count <= SHOWN_AT_ONCE}>
      <summary className="kern-body">
        Unter {body.shortName} ({count})
      </summary>
      <BodyTree bodies={bodies} parent={body.code} today={today} />
    </details>
  );
}

interface BodyRowProps {
  readonly body: BodyRowPartsFragment;
  readonly today: string;
  /** Where the list is no tree: under which body it stands. */
  readonly withParent?: boolean;
}

export function BodyRow({ body, today, withParent = false }: BodyRowProps) {
  const { code, kind, validFrom, validTo, parent } = body;
  return (
    <article className="boxed">
      <p className="kern-body kern-body--bold">
        <Link className="kern-link" to={bodyPath(code)}>
          {titleOfBody(body)}
        </Link>
      </p>
      <p className="kern-body kern-body--small">
        {bodyKindNames[kind]}
        {withParent && parent && `, unter ${parent.shortName}`}
        {validFrom > today && `, ab ${formatDay(validFrom)}`}
        {validTo !== null && (validTo < today ? `, aufgelöst, bestand bis ${formatDay(validTo)}` : endsOn(validTo))}
      </p>
    </article>
  );
}

const endsOn = (day: string): string => `, endet am ${formatDay(day)}`;
