/**
 * Text recognition (OCR) for pages that are pictures: rules and ink are found in the picture, its pieces are passed to the
 * Tesseract command, and the result is a page like any other. Used by cli.
 */
package org.jigyo.page.ocr;
