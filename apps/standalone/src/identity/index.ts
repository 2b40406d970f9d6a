export type { DemoIdentity } from './demo-identity.js';
export { createIdentityProvider, type IdentityProvider, type IdentityProviderOptions } from './identity-provider.js';
export { IDENTITY_PATH, mountIdentityProvider } from './mount.js';
export { assertIdentityProviderAllowed } from './permission.js';
export { keepProviderKeys, type ProviderKeys } from './provider-keys.js';
