package com.guardline.claims.service;

import java.math.BigDecimal;
import java.util.List;

import javax.ejb.Remote;

import com.guardline.claims.model.Claim;
import com.guardline.claims.model.ClaimItem;

@Remote
public interface ClaimService {

    Claim open(Claim claim, String policyNo, Long userId);

    Claim find(Long claimId);

    Claim findByNo(String claimNo);

    List<ClaimListRow> search(ClaimSearch search);

    List<ClaimItem> items(Long claimId);

    void addItem(Long claimId, Long coverId, String text, BigDecimal claimed, Long userId);

    void addNote(Long claimId, String text, Long userId);

    void settle(Long claimId, String bankAccount, Long userId);

    void close(Long claimId, String remark, Long userId);
}
