package org.jigyo.graph;

/**
 * Where a file was published, as somebody recorded it. Everything but the address may be null.
 *
 * @param address of the file itself, http or https
 * @param page address of the page that links to it
 * @param publisher name of the body that published it
 * @param retrieved when it was fetched, as an xsd:date or xsd:dateTime
 * @param issued the day it was published, as an xsd:date
 * @param licence address of its licence, or the terms in words
 * @param archive address of a copy in an archive
 */
public record FileOrigin(
        String address,
        String page,
        String publisher,
        String retrieved,
        String issued,
        String licence,
        String archive) {}
