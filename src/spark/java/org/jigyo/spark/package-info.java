/** Reads files and builds cities' parts as tasks of Apache Spark. Knows publish, source, layout and Spark; nothing knows it. */
package org.jigyo.spark;
