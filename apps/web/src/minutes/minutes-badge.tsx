import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import type { MinutesState } from '../generated/graphql.js';

const tones: Readonly<Record<MinutesState, 'info' | 'success' | 'warning'>> = {
  DRAFT: 'warning',
  CIRCULATED: 'info',
  AGREED: 'success',
};

export function MinutesBadge({ state, label }: { readonly state: MinutesState; readonly label: string }) {
  return <KernBadge text={label} variant={tones[state]} />;
}
