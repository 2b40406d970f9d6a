import { membershipKindNames } from '#glossary';
import type { BodyPagePartsFragment } from '../generated/graphql.js';
import { formatDay } from '../ui/format.js';
import { rightColumns } from './body-acts.js';

type Membership = BodyPagePartsFragment['memberships'][number];

interface MembershipsProps {
  readonly body: BodyPagePartsFragment;
  readonly today: string;
}

/** Who belongs to the body today or later, with the four rights; what was is kept beneath. */
export function Memberships({ body: { memberships, shortName }, today }: MembershipsProps) {
  const past = memberships.filter(({ validTo }) => validTo !== null && validTo < today);
  const current = memberships.filter((each) => !past.includes(each));
  return (
    <>
      {current.length === 0 ? (
        <p className="kern-body">Zurzeit gehört niemand diesem Gremium an.</p>
      ) : (
        <MembershipTable memberships={current} label={`Mitglieder von ${shortName}`} />
      )}
      {past.length > 0 && (
        <details>
          <summary className="kern-body">Frühere Zugehörigkeiten ({past.length})</summary>
          <MembershipTable memberships={past} label={`Frühere Mitglieder von ${shortName}`} />
        </details>
      )}
    </>
  );
}

function MembershipTable({
  memberships,
  label,
}: {
  readonly memberships: readonly Membership[];
  readonly label: string;
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="kern-table kern-table--small kern-table--striped">
        <caption className="kern-sr-only">{label}</caption>
        <thead className="kern-table__header">
          <tr className="kern-table__row">
            {['Land oder Bund', 'Zugehörigkeit', ...rightColumns.map(({ label: right }) => right), 'Zeit'].map(
              (head) => (
                <th key={head} scope="col" className="kern-table__header">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {memberships.map((each) => (
            <tr className="kern-table__row" key={each.id}>
              <th scope="row" className="kern-table__header">
                {each.party.name}
              </th>
              <td className="kern-table__cell">{membershipKindNames[each.kind]}</td>
              {rightColumns.map(({ right }) => (
                <td className="kern-table__cell" key={right}>
                  {each[right] ? 'ja' : 'nein'}
                </td>
              ))}
              <td className="kern-table__cell">
                ab {formatDay(each.validFrom)}
                {each.validTo !== null && ` bis ${formatDay(each.validTo)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
