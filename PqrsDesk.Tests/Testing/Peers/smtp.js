// A real SMTP server for the tests: `node smtp.js OPTIONS`, options as JSON. It says its port, then each message, a line each.
// It ends when its input is closed. Recipients that begin with "nadie" are refused for good, those with "luego" until later.
const { SMTPServer } = require('smtp-server');
const fs = require('fs');

const options = JSON.parse(process.argv[2]);
const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');
const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  secure: options.secure === true,
  key: options.key && fs.readFileSync(options.key),
  cert: options.cert && fs.readFileSync(options.cert),
  hideSTARTTLS: !options.cert,
  authOptional: !options.user,
  authMethods: ['PLAIN', 'LOGIN'],
  disableReverseLookup: true,
  onAuth: (given, session, done) =>
    given.username === options.user && given.password === options.password
      ? done(null, { user: given.username })
      : done(refuse(535, '5.7.8 Bad credentials')),
  onRcptTo: (recipient, session, done) =>
    recipient.address.startsWith('nadie') ? done(refuse(550, '5.1.1 No such user here'))
      : recipient.address.startsWith('luego') ? done(refuse(451, '4.7.1 Try again later'))
        : done(),
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      say({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        secure: session.secure,
        user: session.user || null,
        message: Buffer.concat(chunks).toString('base64'),
      });
      done();
    });
  },
});
server.on('error', () => {});
server.listen(options.port || 0, '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
