package org.fxbb.readers.simulate;

/**
 * A district (4 digits) or an upazila or thana (6 digits) by its BBS code.
 *
 * @param code BBS code
 * @param nameEn English name
 * @param nameBn Bangla name
 * @param latitude degrees north; of its district for an upazila
 * @param longitude degrees east; of its district for an upazila
 */
record Place(String code, String nameEn, String nameBn, double latitude, double longitude) {

  String district() {
    return code.substring(0, 4);
  }

  String division() {
    return code.substring(0, 2);
  }
}
