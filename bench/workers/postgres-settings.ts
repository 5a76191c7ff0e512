/** As a server for a million customers has them; its own defaults are for the smallest of machines. */
export const postgresSettings = ['shared_buffers=4GB', 'max_wal_size=8GB'];
