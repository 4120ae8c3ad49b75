// An OpenID provider for tests: node provider.js PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI SIGNED_OUT_URI. It says "ready" when it listens.
// Whoever signs in as NAME has the e-mail NAME@example.org; the provider has not verified that of a name that begins with "unverified".
import Provider from 'oidc-provider';

const [port, id, secret, back, out] = process.argv.slice(2);
const email = (name) => `${name.replace(/^unverified-/, '')}@example.org`;

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: id,
    client_secret: secret,
    redirect_uris: [back],
    post_logout_redirect_uris: [out],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  findAccount: (ctx, name) => ({
    accountId: name,
    claims: () => ({ sub: name, email: email(name), email_verified: !name.startsWith('unverified') }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
