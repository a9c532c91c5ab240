/** Finding citizens, cases and what was said in them again, in what the reader may read. */
package nl.aanspreekpunt.search;
