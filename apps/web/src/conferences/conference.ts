import type { ConferencesQuery } from '../generated/graphql.js';

export type Conference = ConferencesQuery['conferences'][number];
