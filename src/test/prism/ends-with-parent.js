// Whoever started this holds its standard input: it ends when they do, however they end.
process.stdin.on('end', () => process.exit()).resume();
