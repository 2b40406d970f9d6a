/** What the web asks for on three screens; the text of the operations is the same as in apps/web, without rules. */
export const agendaOperation = `
  query AgendaPage($id: ID!) {
    agenda(id: $id) {
      id state stateLabel circulatedAt revision
      conference { id title startsOn endsOn place }
      items {
        id number position title subtitle group groupLabel list state reason
        topic { id kind state stateLabel outcomeLabel }
        ballot { id state stateLabel }
        clauses { id number text children { id number text } }
      }
    }
  }`;

export const listOperation = `
  query Topics($first: Int!, $after: String, $filter: TopicFilter, $sort: TopicSort) {
    topics(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...TopicRowParts }
    }
  }
  fragment TopicRowParts on Topic {
    id title subtitle kind state stateLabel isLate submittedAt outcomeLabel
    registrant { name }
    coRegistrants { code name }
    conference { id title }
    leadCommittee { code }
  }`;

export const listVariables = {
  first: 50,
  filter: { states: ['DECIDED'], committee: 'AK2' },
  sort: 'UPDATED_DESC',
} as const;

export const voteOperation = `
  mutation CastVote($input: CastVoteInput!) {
    done: castVote(input: $input) {
      ballot { id }
      refusals { code message field details }
    }
  }`;
