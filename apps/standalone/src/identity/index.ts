export type { DemoIdentity } from './demo-identity.js';
export { createIdentityProvider, type IdentityProvider } from './identity-provider.js';
export { IDENTITY_PATH, mountIdentityProvider } from './mount.js';
export { assertIdentityProviderAllowed } from './permission.js';
export { keepProviderKeys } from './provider-keys.js';
