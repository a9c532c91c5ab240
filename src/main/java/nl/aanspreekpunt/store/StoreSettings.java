package nl.aanspreekpunt.store;

import java.nio.file.Path;

/**
 * @param uri MongoDB connection string; null: the embedded default in {@code dataDir}
 */
public record StoreSettings(String uri, Path dataDir) {}
