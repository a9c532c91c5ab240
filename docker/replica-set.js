// Run by mongosh: joins the three members and makes the hub's account. It may run again at any time.
const fs = require('fs');
const secret = (name) => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const password = encodeURIComponent(secret('mongodb-root'));
const admin = connect(`mongodb://root:${password}@mongodb-1/admin?directConnection=true`);

function joined() {
  try {
    return admin.runCommand({ replSetGetStatus: 1 }).ok === 1;
  } catch (error) {
    if (error.codeName === 'NotYetInitialized') return false;
    throw error;
  }
}

if (!joined()) {
  const member = (n) => ({ _id: n, host: `mongodb-${n}:27017`, priority: n === 1 ? 2 : 1 });
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [1, 2, 3].map(member) } });
}

for (let tries = 0; !admin.runCommand({ hello: 1 }).isWritablePrimary; tries++) {
  if (tries === 120) throw new Error('mongodb-1 did not become primary within a minute');
  sleep(500);
}

const hub = admin.getSiblingDB('aanspreekpunt');
if (hub.getUser('hub') === null) {
  hub.createUser({ user: 'hub', pwd: secret('mongodb-hub'), roles: ['readWrite'] });
}
