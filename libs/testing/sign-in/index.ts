export { CANCEL, TestIssuer, type TestAccount } from './test-issuer.js';
export { Visitor, type Page } from './visitor.js';
