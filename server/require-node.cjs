// Loaded before every command (plain CommonJS, so that any old Node can read it): says in one clear line why nothing starts.
// Đài Sen runs on the Node of its own `node` dependency; an older one means that package's install script did not run.
const major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  process.stderr.write(
    `Đài Sen cần Node 26, đang chạy ${process.version}: chạy "npm ci" và cho phép script cài đặt của gói "node" · ` +
      `needs Node 26, found ${process.version}: run "npm ci" with the install script of package "node" allowed ` +
      '(npm install-scripts approve node)\n',
  )
  process.exit(1)
}
