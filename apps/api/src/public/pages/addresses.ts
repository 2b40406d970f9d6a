/** Below this path everything is public. */
export const ROOT = '/beschluesse';

export function conferenceAddress(slug: string): string {
  return `${ROOT}/${slug}`;
}

export function resolutionAddress(conferenceSlug: string, slug: string): string {
  return `${conferenceAddress(conferenceSlug)}/${slug}`;
}
