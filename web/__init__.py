"""Everything that is HTTP and not a page: who asks, headers, health, files, stored compression, what is kept ready."""
