/**
 * The bench: starts the hub as its own process, drives it over real sockets, says what it costs.
 */
package nl.aanspreekpunt.bench;
